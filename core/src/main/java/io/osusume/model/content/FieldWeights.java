package io.osusume.model.content;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How much each kind of fact counts when two titles are compared: their similarity is the sum over the fields
/// of weight x cosine. Only the proportions matter.
///
/// @param genres the genres, rare ones more
/// @param studios who made it, small studios more
/// @param source manga, original, ...
/// @param type TV, movie, ...
/// @param era when it was first shown, within some years
/// @param ageRating the age class
/// @param name words of the romaji and English names, rare ones more
/// @param franchise whether both belong to one story world
/// @param words of the synopsis, rare ones more
/// @param embedding what the synopses mean, where embeddings are given
public record FieldWeights(
        double genres,
        double studios,
        double source,
        double type,
        double era,
        double ageRating,
        double name,
        double franchise,
        double words,
        double embedding) {
    /// @throws IllegalArgumentException if a weight is not in [0, 1000], or all are 0
    public FieldWeights {
        for (double weight :
                new double[] {genres, studios, source, type, era, ageRating, name, franchise, words, embedding}) {
            if (!(weight >= 0 && weight <= 1000)) {
                throw new IllegalArgumentException("the weight of a field must be in [0, 1000], was " + weight);
            }
        }
        if (genres + studios + source + type + era + ageRating + name + franchise + words + embedding == 0) {
            throw new IllegalArgumentException("one field at least must have a weight above 0");
        }
    }

    /// What all fields come to together.
    double sum() {
        return genres + studios + source + type + era + ageRating + name + franchise + words + embedding;
    }

    /// The weights by the names of settings.
    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("genres", Double.toString(genres));
        settings.put("studios", Double.toString(studios));
        settings.put("source", Double.toString(source));
        settings.put("type", Double.toString(type));
        settings.put("era", Double.toString(era));
        settings.put("age-rating", Double.toString(ageRating));
        settings.put("name", Double.toString(name));
        settings.put("franchise", Double.toString(franchise));
        settings.put("words", Double.toString(words));
        settings.put("embedding", Double.toString(embedding));
        return Collections.unmodifiableSortedMap(settings);
    }
}
