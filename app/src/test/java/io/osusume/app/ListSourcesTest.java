package io.osusume.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.osusume.app.settings.Settings;
import io.osusume.data.SharedData;
import io.osusume.imports.ListSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListSourcesTest {
    private static final Path SHIPPED = SharedData.projectRoot().resolve("config/osusume.yaml");

    private static List<String> sources(Map<String, String> environment) {
        List<ListSource> sources = Assembly.listSources(Settings.read(SHIPPED, environment, List.of()), environment);
        try {
            return sources.stream()
                    .map(source -> source.name() + (source.isConfigured() ? "" : " (not configured)"))
                    .toList();
        } finally {
            sources.forEach(ListSource::close);
        }
    }

    @Test
    void theThreeServicesAreOfferedAndMyAnimeListSaysThatItLacksAClientId() {
        assertEquals(List.of("AniList", "MyAnimeList (not configured)", "Kitsu"), sources(Map.of()));
        assertEquals(List.of("AniList", "MyAnimeList", "Kitsu"), sources(Map.of("OSUSUME_MAL_CLIENT_ID", "abc")));
        assertEquals(
                List.of("AniList", "MyAnimeList (not configured)", "Kitsu"),
                sources(Map.of("OSUSUME_MAL_CLIENT_ID", " ")));
    }
}
