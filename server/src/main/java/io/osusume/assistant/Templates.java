package io.osusume.assistant;

import io.osusume.understand.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Puts what tools answered into sentences, for answers without a language model.
final class Templates {
    private final List<Piece> pieces = new ArrayList<>();

    /// What is said so far.
    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    Templates say(String text) {
        pieces.add(new Piece.Words(text));
        return this;
    }

    Templates name(TitleBrief title) {
        pieces.add(new Piece.TitleMark(title.itemId()));
        return this;
    }

    /// Whatever a tool answered.
    Templates tell(Record answer) {
        return switch (answer) {
            case RecommendTool.Answer found -> recommended(found);
            case TitleFactsTool.Answer facts -> facts(facts);
            case WhyTool.Answer why -> why(why);
            case TasteTool.Answer taste -> taste(taste);
            case CompareTool.Answer compared -> compared(compared);
            case WatchingOrderTool.Answer order -> order(order);
            case ProposeChangeTool.Answer proposed -> proposed(proposed);
            default -> throw new IllegalArgumentException("no sentence for " + answer.getClass());
        };
    }

    private Templates recommended(RecommendTool.Answer found) {
        if (found.titles().isEmpty()) {
            return say("Nothing here fits all of that. Give up one of the wishes, such as the years or a genre, and ask"
                    + " again.");
        }
        say(found.titles().size() == 1 ? "This fits best, going by " : "These fit best, going by ");
        say(found.basis().replace("the fan's own", "your own")).say(":\n");
        boolean alike = found.titles().stream()
                        .flatMap(each -> each.because().stream().map(Share::byTitle))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                < 2; // the same reason on every line is none
        for (RecommendTool.Recommended each : found.titles()) {
            say("- ").name(each.title()).say(" (" + facts(each.title()) + ")");
            if (each.expected() != null) {
                say(", for you about " + each.expected() + " of 10");
            }
            List<Share> because = each.because().stream()
                    .filter(share -> share.byTitle() != null && !alike)
                    .limit(2)
                    .toList();
            for (int k = 0; k < because.size(); k++) {
                say(k == 0 ? "; because of " : " and ");
                Long by = because.get(k).byTitle();
                pieces.add(new Piece.TitleMark(by == null ? 0 : by));
            }
            say(".\n");
        }
        return this;
    }

    /// What rules have understood of a wish.
    Templates wishes(Request request) {
        List<String> wishes = Wishes.of(request);
        return wishes.isEmpty() ? this : say("You want: " + String.join("; ", wishes) + ".\n");
    }

    /// The answer to mere politeness.
    Templates smallTalk() {
        return say("This is Osusume, and it talks about anime alone. What are you in the mood for?");
    }

    /// The answer to what means nothing here.
    Templates notUnderstood() {
        return say("That was not understood. ").help();
    }

    /// What can be asked.
    Templates help() {
        return say("You can ask for something to watch, with genres, years, length or mood (“something short and funny,"
                + " no sequels, after 2010”), for something like a title, about a title, why one is recommended or not,"
                + " what your taste is, in what order a franchise is watched; compare titles, and add, score or hide"
                + " one.");
    }

    private static String facts(TitleBrief title) {
        StringJoiner facts = new StringJoiner(", ");
        facts.add(title.type());
        if (title.year() != null) {
            facts.add(title.year().toString());
        }
        if (title.episodes() != null && title.episodes() > 1) {
            facts.add(title.episodes() + " episodes");
        }
        if (!title.genres().isEmpty()) {
            facts.add(title.genres().stream()
                    .limit(3)
                    .collect(Collectors.joining(", "))
                    .toLowerCase(Locale.ROOT));
        }
        return facts.toString();
    }

    private Templates facts(TitleFactsTool.Answer facts) {
        TitleBrief title = facts.title();
        name(title).say(" is: " + facts(title) + ".");
        if (!title.studios().isEmpty()) {
            say(" It was made by " + String.join(" and ", title.studios()) + ".");
        }
        if (title.score() != null) {
            say(" The community gives it " + String.format(Locale.ROOT, "%.2f", title.score()) + " of 10.");
        }
        if (facts.expected() != null) {
            say(" You would probably give it about " + facts.expected() + ".");
        }
        if (title.watched()) {
            say(title.ownScore() == null ? " You have watched it." : " You gave it " + title.ownScore() + ".");
        }
        return this;
    }

    /// The synopsis of a title as it stands in the catalogue, as a quotation.
    Templates synopsis(TitleFactsTool.Answer facts) {
        facts(facts);
        return facts.synopsis() == null
                ? this
                : say("\n\nThe catalogue says: “" + facts.synopsis().strip() + "”");
    }

    private Templates why(WhyTool.Answer why) {
        name(why.title());
        say(
                switch (why.place()) {
                    case "watched" -> " is on your list already.";
                    case "planned" -> " is among what you plan to watch, so it does not come.";
                    case "saved" -> " is saved for later, so it does not come meanwhile.";
                    case "not-interested" -> " does not come since you were not interested in it.";
                    case "unknown-to-model" -> " is not known to the model: nobody it learnt from watched it.";
                    case "filtered" -> " does not come: " + String.join("; ", why.removedBy()) + ".";
                    default -> " stands at place " + why.rank() + " of " + why.of() + ", other wishes aside.";
                });
        if (why.shownInstead() != null) {
            say(" In its place comes ").name(why.shownInstead()).say(", a part of the same franchise.");
        }
        shares(
                " In its favour: ",
                why.shares().stream()
                        .filter(share -> share.percent() > 0)
                        .limit(4)
                        .toList());
        shares(
                " Against it: ",
                why.shares().stream()
                        .filter(share -> share.percent() < 0)
                        .limit(3)
                        .toList());
        if (!why.lifts().isEmpty()) {
            say(" What would bring it up: " + why.lifts().stream().limit(2).collect(Collectors.joining("; ")) + ".");
        }
        return this;
    }

    private void shares(String begin, List<Share> shares) {
        for (int k = 0; k < shares.size(); k++) {
            Share share = shares.get(k);
            say(k == 0 ? begin : ", ");
            Long by = share.byTitle();
            if (by == null) {
                say(share.what());
            } else {
                pieces.add(new Piece.TitleMark(by));
            }
            say(String.format(Locale.ROOT, " (%.1f%%)", Math.abs(share.percent())));
        }
        if (!shares.isEmpty()) {
            say(".");
        }
    }

    private Templates taste(TasteTool.Answer taste) {
        say("Going by " + taste.titles() + " titles of your list, you have more than others of:\n");
        for (TasteTool.FacetAnswer facet : taste.facets()) {
            say("- " + facet.facet().replace('-', ' ') + ": "
                    + facet.favourites().stream().limit(4).collect(Collectors.joining(", ")) + ".\n");
        }
        if (taste.ownMean() != null && taste.communityMean() != null) {
            say("You give " + taste.ownMean() + " on average, others give the same titles " + taste.communityMean()
                    + ".");
        }
        if (!taste.above().isEmpty()) {
            say(" You like ").name(taste.above().getFirst()).say(" more than most do.");
        }
        return this;
    }

    private Templates compared(CompareTool.Answer compared) {
        say("Side by side:\n");
        for (CompareTool.Compared each : compared.titles()) {
            say("- ").name(each.title()).say(" (" + facts(each.title()) + ")");
            say(
                    each.title().score() == null
                            ? ""
                            : ", the community gives it " + each.title().score());
            say(each.expected() == null ? "" : ", you probably " + each.expected());
            say(".\n");
        }
        return say(
                compared.commonGenres().isEmpty()
                        ? "They have no genre in common."
                        : "In common they have " + String.join(", ", compared.commonGenres()) + ".");
    }

    private Templates order(WatchingOrderTool.Answer order) {
        if (order.steps().size() == 1) {
            return name(order.steps().getFirst().title()).say(" stands alone: there is nothing before or after it.");
        }
        say("Watch them in this order:\n");
        for (WatchingOrderTool.Step step : order.steps()) {
            say("- ").name(step.title());
            say(step.label() == null ? "" : ": " + step.label());
            say(step.part().equals("main") ? ".\n" : " (" + step.part() + ").\n");
        }
        return this;
    }

    private Templates proposed(ProposeChangeTool.Answer proposed) {
        String deed = switch (proposed.proposal().deed()) {
            case "seen" ->
                proposed.proposal().score() == 0
                        ? " on your list"
                        : " on your list with the score " + proposed.proposal().score();
            case "save" -> " among what you saved for later";
            case "not-interested" -> " among what does not come any more";
            default -> " back among what may come";
        };
        return say("Press the button, and ").name(proposed.title()).say(" is" + deed + ". Nothing has happened yet.");
    }
}
