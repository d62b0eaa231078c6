package io.osusume.registry;

import io.osusume.artifact.SafetensorsFile;
import io.osusume.data.Catalogue;
import io.osusume.data.Franchises;
import io.osusume.data.IdIndex;
import io.osusume.data.ItemFacts;
import io.osusume.data.Tensors;
import io.osusume.franchise.WatchingOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The file of a version that says which items belong together and in which order they are watched, so that a server
/// need not read every name and synopsis before it can answer. Versions of earlier programs have none.
final class FranchisesFile {
    static final String FILE = "franchises.safetensors";
    private static final String ORDER = "order.";

    private final Optional<Tensors> state;

    private FranchisesFile(Optional<Tensors> state) {
        this.state = state;
    }

    /// Works out and writes what the catalogue of a version says.
    static void write(Path folder, Catalogue catalogue, IdIndex items) throws IOException {
        ItemFacts facts = ItemFacts.of(catalogue, items);
        WatchingOrder order = WatchingOrder.of(facts, catalogue, items);
        SafetensorsFile.write(folder.resolve(FILE), facts.franchises().state().withAll(ORDER, order.state()));
    }

    static FranchisesFile read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return new FranchisesFile(Files.exists(file) ? Optional.of(SafetensorsFile.read(file)) : Optional.empty());
    }

    /// Facts with the franchises the file holds.
    ItemFacts of(ItemFacts facts) {
        return state.map(tensors -> facts.withFranchises(Franchises.from(tensors, facts.itemCount())))
                .orElse(facts);
    }

    /// The order the file holds.
    ///
    /// @param facts as [#of(ItemFacts)] gave them
    Optional<WatchingOrder> order(ItemFacts facts) {
        return state.map(tensors -> WatchingOrder.from(tensors.under(ORDER), facts));
    }
}
