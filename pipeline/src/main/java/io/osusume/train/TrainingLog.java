package io.osusume.train;

import io.osusume.model.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// Keeps the epochs and notes of one training for the report and passes everything on.
public final class TrainingLog implements TrainingListener {
    private final TrainingListener next;
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public TrainingLog(TrainingListener next) {
        this.next = next;
    }

    @Override
    public void progress(String step, double fraction) {
        next.progress(step, fraction);
    }

    @Override
    public void epoch(int epoch, SortedMap<String, Double> metrics) {
        epochs.add(new Epoch(epoch, metrics));
        next.epoch(epoch, metrics);
    }

    @Override
    public void note(String sentence) {
        notes.add(sentence);
        next.note(sentence);
    }

    /// The epochs heard so far.
    public List<Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /// The notes heard so far.
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
