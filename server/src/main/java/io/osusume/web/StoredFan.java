package io.osusume.web;

import io.osusume.assistant.Fan;
import io.osusume.data.NameLanguage;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.ProfileEntry;
import io.osusume.profiles.ProfileToken;
import io.osusume.recommend.Exclusion;
import io.osusume.recommend.RatedItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A fan whose list is kept here.
///
/// @param token what opens it; never shown on a page
record StoredFan(ProfileToken token, ProfileContents contents) {
    /// The preference that lets planned titles come.
    static final String PLANNED = "planned";

    /// The list, with what must not come.
    FanTitles titles() {
        List<RatedItem> watched = contents.entries().stream()
                .filter(entry -> entry.status() != EntryStatus.PLANNED)
                .map(entry -> new RatedItem(entry.itemId(), entry.score()))
                .toList();
        Map<Long, Exclusion> excluded = new HashMap<>();
        for (ProfileEntry entry : contents.entries()) {
            if (entry.status() == EntryStatus.PLANNED) {
                excluded.put(entry.itemId(), Exclusion.PLANNED);
            }
        }
        contents.saved().keySet().forEach(itemId -> excluded.put(itemId, Exclusion.SAVED));
        contents.hidden().keySet().forEach(itemId -> excluded.put(itemId, Exclusion.NOT_INTERESTED));
        return new FanTitles(watched, excluded, "of your list");
    }

    /// The same as the API takes it.
    ListBody body() {
        FanTitles titles = titles();
        return new ListBody(titles.watched(), titles.excluded(), null);
    }

    /// What the fan has chosen for good.
    Controls.Usual usual() {
        NameLanguage names = switch (contents.settings().titleLanguage()) {
            case ROMAJI -> NameLanguage.ROMAJI;
            case ENGLISH -> NameLanguage.ENGLISH;
            case JAPANESE -> NameLanguage.JAPANESE;
        };
        return new Controls.Usual(
                names,
                contents.settings().adult(),
                "true".equals(contents.settings().preferences().get(PLANNED)));
    }

    /// The same as the assistant may know it.
    Fan talking() {
        FanTitles titles = titles();
        Controls.Usual usual = usual();
        return new Fan(titles.watched(), titles.excluded(), usual.names(), usual.adult(), usual.planned());
    }

    /// What a form must bring back to prove that a page of ours made it.
    String formToken() {
        return FormGuard.token(token);
    }
}
