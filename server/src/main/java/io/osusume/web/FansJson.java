package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.recommend.SimilarFans;
import io.osusume.schema.Says;
import io.osusume.web.ApiJson.TitleJson;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The shapes of what the API answers about similar users: nothing in them says who they are.
final class FansJson {
    private FansJson() {}

    record SimilarUserJson(
            @Says(
                    value = "How alike the lists are: the cosine of lists in which rare titles weigh more",
                    least = 0,
                    most = 1)
            double alike,

            @Says(value = "How many titles the user has", least = 0)
            int titles,

            @Says(value = "How many of them the list has too", least = 0)
            int shared,

            @Says(
                    value = "The correlation of both scores of the titles both scored; absent if they are few",
                    least = -1,
                    most = 1)
            @Nullable
            Double agreement,

            @Says(value = "The user's mean score; absent if nothing is scored", least = 1, most = 10) @Nullable
            Double meanScore,

            @Says("Titles the user loves and the list lacks, the highest scored first")
            List<TitleJson> loves) {
        static SimilarUserJson of(SimilarFans.Fan fan, NameLanguage names) {
            return new SimilarUserJson(
                    fan.alike(),
                    fan.titles(),
                    fan.shared(),
                    known(fan.agreement()),
                    known(fan.meanScore()),
                    TitleJson.of(fan.loves(), names));
        }

        private static @Nullable Double known(OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        }
    }

    record LovedJson(
            @Says("The title, or the part of its franchise to go on with")
            TitleJson title,

            @Says(value = "How many of the users asked love it, or another part that the list lacks", least = 0)
            int users,

            @Says(value = "The share of all users who do", least = 0, most = 1)
            double usualShare) {}

    record SimilarUsersJson(
            @Says("The id of the model that answered") String model,

            @Says(value = "Among how many users was looked", least = 0)
            int among,

            @Says("The users most like the list, the most alike first")
            List<SimilarUserJson> users,

            @Says(value = "How many of the nearest users were asked what they love", least = 0)
            int asked,

            @Says("What more of them love than chance would have it, what stands out most first")
            List<LovedJson> loved) {
        static SimilarUsersJson of(String model, SimilarFans fans, NameLanguage names) {
            return new SimilarUsersJson(
                    model,
                    fans.among(),
                    fans.fans().stream()
                            .map(fan -> SimilarUserJson.of(fan, names))
                            .toList(),
                    fans.asked(),
                    fans.loved().stream()
                            .map(loved ->
                                    new LovedJson(TitleJson.of(loved.title(), names), loved.fans(), loved.usualShare()))
                            .toList());
        }
    }
}
