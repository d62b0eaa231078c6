package io.osusume.profiles;

import java.util.Map;

/// What a fan has chosen for the pages.
///
/// @param adult whether adult titles may be shown
/// @param preferences small choices of the pages, such as `theme`, by name
public record ProfileSettings(TitleLanguage titleLanguage, boolean adult, Map<String, String> preferences) {
    /// What a new profile has: romaji, no adult titles, no preference.
    public static final ProfileSettings DEFAULT = new ProfileSettings(TitleLanguage.ROMAJI, false, Map.of());

    public ProfileSettings {
        preferences = Map.copyOf(preferences);
    }
}
