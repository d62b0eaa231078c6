package io.osusume.card;

import io.osusume.plot.Figures;
import io.osusume.registry.VersionCard;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The card of a model version. Every sentence is chosen or made from what is known of this version;
/// what was not measured is not said, or said not to be measured.
///
/// Source: Mitchell, Wu, Zaldivar, Barnes, Vasserman, Hutchinson, Spitzer, Raji and Gebru, Model Cards
/// for Model Reporting, 2019; its nine parts in its order.
public final class ModelCard {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final CardSubject subject;
    private final List<CardSection> sections;

    private ModelCard(CardSubject subject, List<CardSection> sections) {
        this.subject = subject;
        this.sections = sections;
    }

    /// The card of a version.
    public static ModelCard of(CardSubject subject) {
        CardPurpose purpose = new CardPurpose(subject);
        CardOrigin origin = new CardOrigin(subject);
        CardMeasures measures = new CardMeasures(subject);
        return new ModelCard(
                subject,
                List.of(
                        origin.details(),
                        purpose.uses(),
                        purpose.misuses(),
                        purpose.factors(),
                        measures.metrics(),
                        measures.evaluationData(),
                        origin.trainingData(),
                        measures.overall(),
                        measures.lengths(),
                        measures.popularity(),
                        measures.probabilities(),
                        measures.newTitles(),
                        measures.speed(),
                        purpose.adults(),
                        purpose.limits(),
                        origin.notes(),
                        origin.again()));
    }

    /// The card in both forms.
    public VersionCard written() {
        return new VersionCard(HtmlCard.write(this), MarkdownCard.write(this));
    }

    /// The version's id.
    public String id() {
        return subject.id();
    }

    String title() {
        return "Model card: " + subject.id();
    }

    /// The first sentences.
    String lead() {
        String users = Figures.count(subject.count("users"));
        return (subject.manifest().ofSimulatedUsers()
                        ? "Learnt from " + users + " simulated users. "
                        : "Learnt from the" + " lists of " + users + " fans. ")
                + "Registered on " + DATE.format(subject.manifest().created()) + ".";
    }

    List<CardSection> sections() {
        return sections.stream().filter(section -> !section.parts().isEmpty()).toList();
    }

    String foot() {
        return "Written when the version was registered, from what was measured then. The parts follow Mitchell et al.,"
                + " Model Cards for Model Reporting, 2019.";
    }
}
