package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.map.ListOnMap;
import io.osusume.map.MapArea;
import io.osusume.map.TitleMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything on the page of the map.
///
/// @param addresses of the files the script draws from, null if the model version has no map
/// @param titles how many are on it
/// @param carried what the search must carry along
/// @param mine the places of the fan's titles, with blanks between them
/// @param best the same of what is recommended
/// @param home where most of the fan's titles are, empty without
/// @param chosen the place of the chosen title, empty without
/// @param labels the areas for the script, one a line
/// @param here where the fan's list lies, null without a list
/// @param card of the chosen title
record MapView(
        MapFiles.@Nullable Addresses addresses,
        int titles,
        List<Controls.Parameter> carried,
        String query,
        String searched,
        List<TitleView> hits,
        String mine,
        String best,
        String home,
        String chosen,
        String labels,
        @Nullable HereView here,
        List<AreaView> areas,
        @Nullable MapCardView card) {
    /// The page of a version without a map.
    static final MapView NONE =
            new MapView(null, 0, List.of(), "", "", List.of(), "", "", "", "", "", null, List.of(), null);

    MapView {
        carried = List.copyOf(carried);
        hits = List.copyOf(hits);
        areas = List.copyOf(areas);
    }

    String count() {
        return String.format(Locale.ROOT, "%,d", titles);
    }

    /// Where a fan's list lies.
    ///
    /// @param count how many of its titles are on the map, in words
    /// @param shares the areas most of them are in
    /// @param around the title they are closest to one another at, null if none is on the map
    record HereView(
            String count, List<ShareView> shares, @Nullable TitleView around) {
        private static final int AREAS = 4;

        HereView {
            shares = List.copyOf(shares);
        }

        static HereView of(ListOnMap list, TitleMap map, NameLanguage names) {
            return new HereView(
                    list.places().isEmpty()
                            ? "None of your titles is on the map."
                            : Sentences.counted(list.places().size(), "title") + " of yours "
                                    + (list.places().size() == 1 ? "is" : "are") + " on the map.",
                    list.shares().stream()
                            .limit(AREAS)
                            .map(share -> new ShareView(
                                    share.titles(),
                                    AreaView.name(share.area()),
                                    share.area().number()))
                            .toList(),
                    list.home().isEmpty()
                            ? null
                            : new TitleView(map.title(list.home().getAsInt()), names));
        }
    }

    /// How many titles of a list are in an area.
    record ShareView(int titles, String area, int number) {}

    /// An area.
    record AreaView(int number, String name, String titles, List<TitleView> wellKnown) {
        static AreaView of(MapArea area, NameLanguage names) {
            return new AreaView(
                    area.number(),
                    name(area),
                    String.format(Locale.ROOT, "%,d titles", area.titles()),
                    area.wellKnown().stream()
                            .map(title -> new TitleView(title, names))
                            .toList());
        }

        /// What stands out in it; where nothing does, its best known title.
        static String name(MapArea area) {
            return area.words().isEmpty()
                    ? "around "
                            + area.wellKnown().stream()
                                    .map(Title::name)
                                    .findFirst()
                                    .orElse("nothing known")
                    : String.join(" · ", area.words());
        }

        /// All areas for the script, one a line with tabs between: `few` or `many`, x, y and the words of those with
        /// a name; `middle`, x and y of all.
        static String lines(TitleMap map) {
            return Stream.of(
                            map.middles().stream()
                                    .map(at -> String.format(Locale.ROOT, "middle\t%.4f\t%.4f", at[0], at[1])),
                            map.areas().stream().map(area -> line("few", area)),
                            map.smallAreas().stream().map(area -> line("many", area)))
                    .flatMap(Function.identity())
                    .collect(Collectors.joining("\n"));
        }

        private static String line(String size, MapArea area) {
            return String.format(
                    Locale.ROOT, "%s\t%.4f\t%.4f\t%s", size, area.x(), area.y(), String.join("\t", area.words()));
        }
    }
}
