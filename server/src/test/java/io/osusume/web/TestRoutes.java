package io.osusume.web;

import java.util.List;

/// The routes of a server as the server itself lists them, so that no test has to name them.
final class TestRoutes {
    private TestRoutes() {}

    /// A route with its parameters filled in.
    record Route(String method, String path) {
        boolean ofPages() {
            return !path.matches("/(api|health|static|mcp)(/.*)?") && !path.equals("/metrics");
        }
    }

    static List<Route> all(TestServer server) {
        return server.server().routes().stream()
                .map(line -> line.split(" ", 2))
                .map(words -> new Route(words[0], words[1].replaceAll("\\{[^}]*}", "1")))
                .toList();
    }

    /// What a person opens: every page and file that is asked for with GET.
    static List<Route> pages(TestServer server) {
        return all(server).stream()
                .filter(route -> route.ofPages() && route.method().equals("GET"))
                .toList();
    }

    /// What a form is sent to.
    static List<Route> forms(TestServer server) {
        return all(server).stream()
                .filter(route -> route.ofPages() && !route.method().matches("GET|HEAD|OPTIONS"))
                .toList();
    }
}
