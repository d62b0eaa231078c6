package io.osusume.web;

import io.osusume.data.Title;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListStatus;
import io.osusume.lists.MalExportWriter;
import io.osusume.profiles.EntryStatus;
import io.osusume.profiles.ProfileContents;
import io.osusume.profiles.ProfileEntry;
import io.osusume.recommend.RecommendationService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The list of a profile as MyAnimeList imports it.
final class StoredExport {
    static final String TYPE = "application/xml";
    static final String CONTENT_TYPE = TYPE + "; charset=utf-8";

    private StoredExport() {}

    /// The file.
    ///
    /// @param service knows names and episodes
    static byte[] of(ProfileContents contents, RecommendationService service) throws IOException {
        List<ListEntry> entries = contents.entries().stream()
                .map(entry -> listEntry(entry, service.title(entry.itemId())))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MalExportWriter.write(entries, "", service.loaded().catalogue(), out);
        return out.toByteArray();
    }

    private static ListEntry listEntry(ProfileEntry entry, Optional<Title> title) {
        int episodes = title.map(Title::episodes).orElse(0);
        return new ListEntry(
                entry.itemId(),
                title.map(Title::name).orElse(""),
                entry.score(),
                switch (entry.status()) {
                    case WATCHED -> ListStatus.COMPLETED;
                    case WATCHING -> ListStatus.WATCHING;
                    case DROPPED -> ListStatus.DROPPED;
                    case ON_HOLD -> ListStatus.ON_HOLD;
                    case PLANNED -> ListStatus.PLAN_TO_WATCH;
                },
                entry.status() == EntryStatus.WATCHED ? episodes : 0);
    }
}
