package io.osusume.card;

import io.osusume.card.CardPart.Points;
import io.osusume.card.CardPart.Text;
import io.osusume.data.AgeRating;
import io.osusume.data.Title;
import io.osusume.evaluation.BandFigures;
import io.osusume.model.Explains;
import io.osusume.model.FoldIn;
import io.osusume.model.Probabilities;
import io.osusume.model.SimilarItems;
import io.osusume.model.SimilarUsers;
import io.osusume.plot.Figures;
import java.util.ArrayList;
import java.util.List;

/// What a card says of what the version is for, what it is not for, and where its limits are.
///
/// @param subject the version
record CardPurpose(CardSubject subject) {
    CardSection uses() {
        List<String> points = new ArrayList<>();
        if (subject.manifest().ofSimulatedUsers()) {
            points.add("To show and test the program. It learnt from simulated users and says nothing about what real"
                    + " fans like.");
        }
        points.add(
                subject.model() instanceof FoldIn
                        ? "Recommends anime to fans from a list of what they have watched, also one it has never seen."
                        : "Recommends anime to the users it learnt from.");
        if (subject.model() instanceof SimilarItems) {
            points.add("Finds titles that are like a title.");
        }
        if (subject.model() instanceof SimilarUsers) {
            points.add("Finds users whose lists are alike, none of them by name.");
        }
        if (subject.model() instanceof Explains) {
            points.add("Says what each title of a list adds to a score.");
        }
        if (subject.model() instanceof Probabilities) {
            points.add("Gives the probability that a title belongs on a list.");
        }
        return new CardSection("Intended use", List.of(new Points(points)));
    }

    CardSection misuses() {
        return new CardSection(
                "What it must not be used for",
                List.of(new Points(List.of(
                        "To conclude anything about a person (age, health, belief, character) from what they watch.",
                        "To judge how good a title is: a score says how well a title fits a list.",
                        "As the only thing that keeps titles for adults from minors: see below what it rests on.",
                        "For anything but anime, or for titles it does not know."))));
    }

    CardSection factors() {
        return new CardSection(
                "Factors",
                List.of(new Text(
                        "Figures are given by the length of the list a fan brings and by how popular a title is."
                                + " The data does not say how old its users are, where they live or who they are: whether the"
                                + " model serves such groups alike cannot be measured with it, and was not.")));
    }

    CardSection adults() {
        List<Title> titles = subject.titles();
        long adult = titles.stream().filter(Title::adult).count();
        long unknown = titles.stream()
                .filter(title -> !title.adult() && title.ageRating() == AgeRating.UNKNOWN)
                .count();
        return new CardSection(
                "Titles for adults",
                List.of(new Points(List.of(
                        "Of the " + Figures.count(titles.size()) + " titles it can recommend and knows facts of, "
                                + Figures.count(adult)
                                + " are for adults by their class or genre. The server shows them"
                                + " only to who asks for them.",
                        Figures.count(unknown) + " have no known age class and are shown to everybody, as everything"
                                + " that is not known to be for adults.",
                        Figures.count(subject.items().size() - (long) titles.size())
                                + " titles of its lists are not in the catalogue; the server shows them to nobody."))));
    }

    CardSection limits() {
        List<String> points = new ArrayList<>();
        List<BandFigures> bands = subject.evaluation().bands();
        if (bands.size() == 3) {
            BandFigures head = bands.getLast();
            points.add((head.shown() > 1 / 3.0 ? "It favours the known: the " : "The ") + Figures.count(head.items())
                    + " most popular titles, on which a third of the hidden entries lie, take "
                    + Figures.percent(head.shown()) + " of the first " + BandFigures.N
                    + " places. If fans follow what it shows, the next model learns from that.");
        }
        if (!subject.manifest().ofSimulatedUsers()) {
            points.add("Its users are those of one site who keep a public list. Others may like other things.");
        }
        points.add(
                "It knows nothing that came after its data, and no title that is on none of the lists it learnt from.");
        points.add(
                "That a title was hidden and found again is not proof that a fan would like to be recommended it; only"
                        + " fans could tell, and none was asked.");
        return new CardSection("Ethical considerations and limits", List.of(new Points(points)));
    }
}
