package io.osusume.sample;

import io.osusume.data.AgeRating;
import io.osusume.data.Catalogue;
import io.osusume.data.Relation;
import io.osusume.data.Season;
import io.osusume.data.Title;
import io.osusume.data.TitleType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The 450 titles that come with Osusume: real facts, synopses in our own words, relations and abbreviations.
///
/// @param catalogue the titles and their relations
/// @param abbreviations what fans call a title (`FMAB`), by item id; titles without one are absent
public record SampleCatalogue(Catalogue catalogue, Map<Long, List<String>> abbreviations) {
    private static final String RESOURCE = "catalogue.jsonl";

    public SampleCatalogue {
        abbreviations = Map.copyOf(abbreviations);
    }

    /// Reads the catalogue from the class path.
    public static SampleCatalogue read() {
        JsonMapper json = JsonMapper.builder().build();
        List<Title> titles = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        Map<Long, List<String>> abbreviations = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(SampleCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                Line line = json.readValue(text, Line.class);
                titles.add(line.title());
                for (Line.Link link : orEmpty(line.relations)) {
                    Relation.Kind kind = Relation.Kind.valueOf(link.kind.toUpperCase(Locale.ROOT));
                    relations.add(new Relation(line.id, kind, link.to));
                }
                if (line.abbreviations != null) {
                    abbreviations.put(line.id, List.copyOf(line.abbreviations));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the sample catalogue inside the program cannot be read", broken);
        }
        return new SampleCatalogue(new Catalogue(titles, relations), abbreviations);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /// A line of the resource; what is not known is absent.
    private record Line(
            long id,
            String name,
            @Nullable String english,
            @Nullable String japanese,
            String type,
            @Nullable Integer episodes,
            @Nullable String airedFrom,
            @Nullable String airedTo,
            int year,
            @Nullable String season,
            List<String> genres,
            List<String> studios,
            @Nullable String source,
            double durationMinutes,
            String ageRating,
            double score,
            int members,
            @Nullable List<Link> relations,
            @Nullable List<String> abbreviations,
            @Nullable String synopsis) {
        private record Link(String kind, long to) {}

        Title title() {
            return new Title(
                    id,
                    name,
                    english,
                    japanese,
                    labelled(TitleType.values(), TitleType::label, type),
                    episodes == null ? 0 : episodes,
                    airedFrom,
                    airedTo,
                    year,
                    season == null ? null : labelled(Season.values(), Season::label, season),
                    genres,
                    studios,
                    source,
                    durationMinutes,
                    labelled(AgeRating.values(), AgeRating::label, ageRating),
                    score,
                    members,
                    synopsis);
        }

        private static <T> T labelled(T[] values, Function<T, String> label, String wanted) {
            return Arrays.stream(values)
                    .filter(value -> label.apply(value).equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the sample catalogue says " + wanted));
        }
    }
}
