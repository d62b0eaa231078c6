package io.osusume.web;

import io.osusume.imports.ListSource;
import io.osusume.profiles.ProfileStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What pages offer beside recommendations.
///
/// @param profiles where fans' lists are kept; without it they stay in the address
/// @param sources the services a list can be fetched from by user name
/// @param report gives the latest evaluation report as the JSON that `evaluate` writes, empty if there is none
/// @param operators what those who run the server see; absent where there are no such pages
public record PageServices(
        Optional<ProfileStore> profiles,
        List<ListSource> sources,
        Supplier<Optional<String>> report,
        Optional<OperatorServices> operators) {
    /// Nothing beside.
    public static final PageServices NONE = new PageServices(Optional.empty(), List.of(), Optional::empty);

    public PageServices {
        sources = List.copyOf(sources);
    }

    /// Without pages for those who run the server.
    public PageServices(Optional<ProfileStore> profiles, List<ListSource> sources, Supplier<Optional<String>> report) {
        this(profiles, sources, report, Optional.empty());
    }

    /// The same with pages for those who run the server.
    public PageServices with(OperatorServices some) {
        return new PageServices(profiles, sources, report, Optional.of(some));
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
