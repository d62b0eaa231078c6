package io.osusume.card;

import io.osusume.plot.Markup;
import io.osusume.report.HtmlPage;

/// A card as one HTML page: light and dark, no script, no other file needed.
final class HtmlCard {
    private HtmlCard() {}

    static String write(ModelCard card) {
        HtmlPage page = new HtmlPage("Osusume: " + card.title(), "Osusume · model card", card.id(), card.lead());
        for (CardSection section : card.sections()) {
            page.open(section.title());
            section.parts().forEach(part -> write(part, page));
            page.close();
        }
        return page.end(card.foot());
    }

    private static void write(CardPart part, HtmlPage page) {
        switch (part) {
            case CardPart.Text text -> page.paragraph(text.sentences());
            case CardPart.Points points -> page.list(points.sentences());
            case CardPart.Table table -> page.html(HtmlPage.table(table.caption(), table.header(), table.rows()));
            case CardPart.Drawing drawing -> page.html(HtmlPage.figure(drawing.svg()));
            case CardPart.Commands commands ->
                page.html("<pre><code>" + Markup.escaped(String.join("\n", commands.lines())) + "</code></pre>\n");
        }
    }
}
