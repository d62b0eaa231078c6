package io.osusume.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.osusume.assistant.Fan;
import io.osusume.mcp.McpDesk;
import io.osusume.mcp.McpHttp;
import io.osusume.profiles.Scope;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/// The Model Context Protocol for programs with an API key: with the scope `recommend` about nobody in
/// particular, with `profile` and the token of a profile about its fan.
final class McpRoute {
    private static final long MOST_LEFT = 1 << 20;

    private final McpHttp http;
    private final ApiCallers callers;
    private final ProfileDoor door;

    McpRoute(CurrentModel model, ApiServices services, PageServices pages) {
        this.http = new McpHttp(new McpDesk(model::service, pages.assistant(), pages.cards()), "1");
        this.callers = new ApiCallers(services.keys(), services.settings());
        this.door = new ProfileDoor(new Fans(pages.profiles()));
    }

    void register(RoutesConfig routes) {
        routes.post(McpHttp.PATH, this::answer);
    }

    private void answer(Context ctx) throws IOException, ServletException {
        FormGuard.check(ctx, Optional.empty()); // a page of another site has no business here
        callers.admit(ctx);
        ctx.header("Cache-Control", "no-store");
        http.answer(ctx.req(), ctx.res(), fan(ctx));
        readTheRest(ctx.req());
    }

    /// What the library answered without reading it: else the connection would end behind an answer that did not say
    /// so,
    /// and the client's next request with it. More than [#MOST_LEFT] is not worth a connection.
    private static void readTheRest(HttpServletRequest request) throws IOException {
        try {
            long left = MOST_LEFT;
            char[] room = new char[8_192];
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = request.getReader().read(room);
            }
        } catch (IllegalStateException readByOtherMeans) {
            return;
        }
    }

    private Fan fan(Context ctx) {
        if (ctx.header(ApiCallers.PROFILE) == null) {
            ApiCallers.check(ctx, Scope.RECOMMEND, false);
            return Fan.NOBODY;
        }
        ApiCallers.check(ctx, Scope.PROFILE, false);
        return door.open(ctx).talking();
    }
}
