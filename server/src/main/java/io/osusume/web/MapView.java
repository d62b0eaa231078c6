package io.osusume.web;

import io.osusume.data.NameLanguage;
import io.osusume.data.Title;
import io.osusume.map.MapArea;
import io.osusume.map.TitleMap;
import java.util.List;
import java.util.Locale;
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
/// @param sentence where the fan's list lies, empty without
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
        String sentence,
        List<AreaView> areas,
        @Nullable MapCardView card) {
    /// The page of a version without a map.
    static final MapView NONE =
            new MapView(null, 0, List.of(), "", "", List.of(), "", "", "", "", "", "", List.of(), null);

    MapView {
        carried = List.copyOf(carried);
        hits = List.copyOf(hits);
        areas = List.copyOf(areas);
    }

    String count() {
        return String.format(Locale.ROOT, "%,d", titles);
    }

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

        /// All areas for the script: `few` or `many`, x, y, how many titles, and the words, with tabs between them.
        static String lines(TitleMap map) {
            return Stream.concat(
                            map.areas().stream().map(area -> line("few", area)),
                            map.smallAreas().stream().map(area -> line("many", area)))
                    .collect(Collectors.joining("\n"));
        }

        private static String line(String size, MapArea area) {
            return String.format(
                    Locale.ROOT,
                    "%s\t%.4f\t%.4f\t%d\t%s",
                    size,
                    area.x(),
                    area.y(),
                    area.titles(),
                    String.join("\t", area.words()));
        }
    }
}
