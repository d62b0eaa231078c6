package io.osusume.metrics;

import io.osusume.telemetry.Outcome;
import io.osusume.telemetry.Running;
import io.osusume.telemetry.Work;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// The work behind requests: questions to the model and the queue before it, the database, imports,
/// loads of models.
final class WorkMetrics {
    private static final double[] TITLES = {0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 10_000};

    private final Histogram questions;
    private final Histogram waits;
    private final Histogram store;
    private final Counter storeFailures;
    private final Histogram imports;
    private final Histogram loads;
    private final Counter swaps;
    private final Counter filtered;
    private final Histogram filteredOnPage;

    WorkMetrics(Instruments make) {
        questions = make.seconds("question", "Time a model takes for a question", "question", "outcome");
        waits = make.seconds("admission_wait", "Time a question waits for its turn, if it has to", "outcome");
        store = make.seconds("store", "Time of a use of the database", "access", "outcome");
        storeFailures = make.counter("store_failures", "Uses of the database that failed, by kind", "kind");
        imports = make.seconds("list_import", "Time to take over a list", "service", "outcome");
        loads = make.seconds("model_load", "Time to load and test a model", "outcome");
        swaps = make.counter("model_swaps", "Models that took over from another");
        filtered = make.counter(
                "filtered_titles", "Titles a filter took out of a page that others filled up, by the rule", "rule");
        filteredOnPage = make.histogram(
                "filtered_titles_per_page", "Titles filters took out of a page that others filled up", TITLES);
    }

    Running begins(Work.Scoring scoring) {
        return timed(questions, scoring.question());
    }

    Running begins(Work.Waiting waiting) {
        return timed(waits);
    }

    Running begins(Work.ListImport listImport) {
        return timed(imports, listImport.service());
    }

    Running begins(Work.StoreUse use) {
        Running timed = timed(store, use.access().name().toLowerCase(Locale.ROOT));
        return outcome -> {
            timed.ended(outcome);
            if (outcome instanceof Outcome.Failed(String kind)) {
                storeFailures.labelValues(kind).inc();
            }
        };
    }

    Running begins(Work.ModelLoad load) {
        Running timed = timed(loads);
        return outcome -> {
            timed.ended(outcome);
            if (load.swap() && outcome instanceof Outcome.Done) {
                swaps.inc();
            }
        };
    }

    void filtered(Map<String, Integer> byRule) {
        int all = 0;
        for (Map.Entry<String, Integer> each : byRule.entrySet()) {
            filtered.labelValues(each.getKey()).inc(each.getValue());
            all += each.getValue();
        }
        filteredOnPage.observe(all);
    }

    private static Running timed(Histogram histogram, String... labels) {
        long start = System.nanoTime();
        return outcome -> {
            String word = switch (outcome) {
                case Outcome.Done() -> "ok";
                case Outcome.Failed(String why) -> why;
                case Outcome.Answered(String _, int status) -> Integer.toString(status);
            };
            String[] values = Arrays.copyOf(labels, labels.length + 1);
            values[labels.length] = word;
            histogram.labelValues(values).observe((System.nanoTime() - start) / 1e9);
        };
    }
}
