package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.assistant.Assistant;

/// What conversations have taken and cost, for those who run the server.
final class ChatUsagePage {
    static final String PATH = "/operators/chat";

    private final Site site;
    private final OperatorDoor door;

    ChatUsagePage(Site site, OperatorServices services) {
        this.site = site;
        this.door = new OperatorDoor(services.keys());
    }

    void register(RoutesConfig routes) {
        routes.get(PATH, this::show);
    }

    private void show(Context ctx) {
        door.check(ctx);
        Assistant assistant = site.services().assistant();
        site.pages().show(ctx, "chatusage", ChatUsageView.of(assistant));
    }
}
