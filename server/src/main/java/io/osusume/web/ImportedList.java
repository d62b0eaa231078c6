package io.osusume.web;

import io.osusume.data.Title;
import io.osusume.lists.FanList;
import io.osusume.lists.ImportSummary;
import io.osusume.lists.ListEntry;
import io.osusume.lists.ListStatus;
import io.osusume.profiles.Change;
import io.osusume.profiles.EntryStatus;
import io.osusume.recommend.RecommendationService;
import io.osusume.search.LookupException;
import io.osusume.search.TitleLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list from outside as it is kept in a profile: titles with an id even if the catalogue does not know it, others as
/// far as their name names one title.
///
/// @param entries what is kept
record ImportedList(ImportSummary summary, List<Change.SetEntry> entries) {
    ImportedList {
        entries = List.copyOf(entries);
    }

    static ImportedList of(FanList list, RecommendationService service) {
        TitleLookup lookup = service.lookup();
        ImportSummary summary = ImportSummary.of(list, service.loaded().catalogue(), name -> byName(lookup, name));
        List<Change.SetEntry> entries = new ArrayList<>();
        for (ListEntry entry : summary.matched()) {
            entries.add(new Change.SetEntry(entry.itemId(), status(entry.status()), entry.score()));
        }
        for (ListEntry entry : summary.unknown()) {
            entries.add(new Change.SetEntry(entry.itemId(), status(entry.status()), entry.score()));
        }
        return new ImportedList(summary, entries);
    }

    private static Optional<Title> byName(TitleLookup lookup, String name) {
        try {
            return Optional.of(lookup.resolve(name));
        } catch (LookupException noneOrSeveral) {
            return Optional.empty(); // the summary names it
        }
    }

    private static EntryStatus status(ListStatus status) {
        return switch (status) {
            case WATCHING -> EntryStatus.WATCHING;
            case COMPLETED -> EntryStatus.WATCHED;
            case ON_HOLD -> EntryStatus.ON_HOLD;
            case DROPPED -> EntryStatus.DROPPED;
            case PLAN_TO_WATCH -> EntryStatus.PLANNED;
        };
    }
}
