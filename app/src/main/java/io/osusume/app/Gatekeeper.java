package io.osusume.app;

import io.osusume.app.settings.Setting;
import io.osusume.app.settings.Settings;
import io.osusume.kernel.Kernels;
import io.osusume.prepare.PreparedData;
import io.osusume.registry.LoadedModel;
import io.osusume.registry.ModelRegistry;
import io.osusume.release.Gate;
import io.osusume.release.GateFiles;
import io.osusume.release.GateReport;
import io.osusume.release.GateSettings;
import io.osusume.release.GateTable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Lets the gate judge versions of a workplace, keeps its reports, and promotes what passes.
record Gatekeeper(Workplace workplace, ModelRegistry registry, Kernels kernels) {
    static Gatekeeper at(Workplace workplace) {
        Kernels kernels = Assembly.kernels(workplace.settings());
        return new Gatekeeper(workplace, Assembly.registry(workplace, kernels), kernels);
    }

    /// Compares a version with the champion and keeps the report beside it.
    GateReport judge(String id) throws IOException {
        PreparedData data = workplace.preparedData();
        LoadedModel challenger = registry.load(id);
        if (!data.hash().equals(ModelsCommand.data(challenger.manifest()))) {
            throw new CommandFailure("the gate cannot judge " + id + ": it was not trained on the data in "
                    + workplace.prepared() + ", whose held-out users it may know; prepare its data again, or overrule"
                    + " the gate: ./osusume models promote " + id + " --force --reason TEXT");
        }
        Optional<String> champion = registry.champion().filter(each -> !each.equals(id));
        Optional<LoadedModel> served =
                champion.isEmpty() ? Optional.empty() : Optional.of(registry.load(champion.get()));
        GateReport report;
        try (Progress progress = workplace.progress()) {
            report = new Gate(
                            settings(workplace.settings()),
                            data.split(),
                            data.hash(),
                            kernels,
                            System::nanoTime,
                            CodeVersion.describe(),
                            progress)
                    .judge(challenger, served, Instant.now());
        }
        workplace.print(GateTable.write(report));
        workplace.tell("written to " + GateFiles.write(registry.about(id), report));
        return report;
    }

    /// Promotes a version that passed the gate against the present champion; one the gate has not yet
    /// compared with it
    /// is judged first.
    ///
    /// @throws GateRefusal if it does not pass
    void promote(String id, String why) throws IOException {
        Optional<String> champion = registry.champion();
        if (champion.equals(Optional.of(id))) {
            registry.verify(id);
            return;
        }
        Optional<GateFiles.Verdict> known = GateFiles.read(registry.about(id))
                .filter(verdict -> verdict.champion().equals(champion));
        if (!(known.isPresent() && known.get().passed())) {
            pass(judge(id));
        }
        registry.promote(id, champion, Operator.because(why.isEmpty() ? "passed the gate" : why));
    }

    /// Passes unless the gate refused.
    static void pass(GateReport report) {
        if (!report.passed()) {
            throw new GateRefusal(report.verdict() + ": " + String.join("; ", report.refusals())
                    + ". To overrule the gate: ./osusume models promote " + report.challenger()
                    + " --force --reason TEXT");
        }
    }

    private static GateSettings settings(Settings settings) {
        return new GateSettings(
                settings.real(Setting.GATE_NDCG),
                settings.real(Setting.GATE_RECALL),
                settings.real(Setting.GATE_SMALL_PROFILE_NDCG),
                settings.real(Setting.GATE_COVERAGE),
                settings.real(Setting.GATE_SLOWER),
                settings.real(Setting.GATE_FAST_ENOUGH),
                settings.real(Setting.GATE_GOLDEN),
                settings.integer(Setting.GATE_ADULT_TITLES_LOST),
                settings.real(Setting.GATE_ABOVE_POPULARITY),
                settings.text(Setting.GATE_UNDECIDED).equals("refuse"));
    }
}
