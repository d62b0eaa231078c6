package io.osusume.web;

import io.osusume.assistant.Assistant;
import io.osusume.imports.ListSource;
import io.osusume.profiles.ProfileStore;
import io.osusume.registry.VersionCard;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What pages offer beside recommendations.
///
/// @param profiles where fans' lists are kept; without it they stay in the address
/// @param sources the services a list can be fetched from by user name
/// @param report gives the latest evaluation report as the JSON that `evaluate` writes, empty if there is none
/// @param assistant talks with fans
/// @param cards gives the card of a model version, empty if it has none; may throw `UncheckedIOException`
/// @param operators what those who run the server see; absent where there are no such pages
public record PageServices(
        Optional<ProfileStore> profiles,
        List<ListSource> sources,
        Supplier<Optional<String>> report,
        Assistant assistant,
        Function<String, Optional<VersionCard>> cards,
        Optional<OperatorServices> operators) {
    /// Nothing beside.
    public static final PageServices NONE = new PageServices(Optional.empty(), List.of(), Optional::empty);

    public PageServices {
        sources = List.copyOf(sources);
    }

    /// Without pages for those who run the server, and with an assistant that needs no language model.
    public PageServices(Optional<ProfileStore> profiles, List<ListSource> sources, Supplier<Optional<String>> report) {
        this(profiles, sources, report, Assistant.ofRules(), _ -> Optional.empty(), Optional.empty());
    }

    /// The same with pages for those who run the server.
    public PageServices with(OperatorServices some) {
        return new PageServices(profiles, sources, report, assistant, cards, Optional.of(some));
    }

    /// The same with another assistant.
    public PageServices talking(Assistant other) {
        return new PageServices(profiles, sources, report, other, cards, operators);
    }

    /// The same with cards of models.
    public PageServices with(Function<String, Optional<VersionCard>> some) {
        return new PageServices(profiles, sources, report, assistant, some, operators);
    }

    /// The service of a name, if there is one.
    Optional<ListSource> named(String name) {
        return sources.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// The service of a name.
    ///
    /// @throws RequestException with status 400 if there is none
    ListSource source(String name) {
        return named(name)
                .orElseThrow(() -> new RequestException(
                        400,
                        sources.isEmpty()
                                ? "no list can be fetched from a service here"
                                : "service must be one of "
                                        + sources.stream().map(ListSource::name).collect(Collectors.joining(", "))));
    }
}
