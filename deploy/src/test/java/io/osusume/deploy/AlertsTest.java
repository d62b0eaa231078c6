package io.osusume.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/// Alerts and the dashboard speak of metrics that exist, and every alert leads to what to do.
class AlertsTest {
    private static final String RUNBOOK = "https://github.com/owner/osusume/blob/main/docs/runbook.md#";

    private final List<Tree> alerts = alerts();

    private static List<Tree> alerts() {
        Tree rules = new Tree("alerts.yaml", new Yaml().load(Project.text("deploy/kubernetes/base/alerts.yaml")));
        List<Tree> alerts = new ArrayList<>();
        rules.at("spec", "groups")
                .list()
                .forEach(group -> alerts.addAll(group.at("rules").list()));
        return alerts;
    }

    @Test
    void everyAlertLeadsToItsHeadingInTheRunbookAndEveryHeadingHasAnAlert() {
        Set<String> led = new TreeSet<>();
        for (Tree alert : alerts) {
            String address = alert.at("annotations", "runbook_url").text();
            assertTrue(address.startsWith(RUNBOOK), address);
            led.add(address.substring(RUNBOOK.length()));
        }
        String text = Project.text("docs/runbook.md");
        Set<String> headings = new TreeSet<>();
        Pattern.compile("^## (.+)$", Pattern.MULTILINE)
                .matcher(text.substring(text.indexOf("\n# Alerts\n")))
                .results()
                .forEach(heading -> headings.add(anchor(heading.group(1))));
        assertEquals(headings, led);
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatHappens() {
        for (Tree alert : alerts) {
            assertTrue(
                    Set.of("critical", "warning")
                            .contains(alert.at("labels", "severity").text()),
                    alert.toString());
            assertTrue(alert.at("annotations", "summary").text().length() > 20, alert.toString());
            assertTrue(alert.at("alert").text().startsWith("Osusume"), alert.toString());
        }
    }

    @Test
    void everyAlertIsRaisedByATest() {
        Tree tests = new Tree("tests", new Yaml().load(Project.text("deploy/kubernetes/base/alerts.test.yaml")));
        Set<String> raised = new TreeSet<>();
        tests.at("tests").list().forEach(test -> raised.add(test.at("name").text()));
        Set<String> expected = new TreeSet<>(Set.of("all is well"));
        alerts.forEach(alert -> expected.add(alert.at("alert").text()));
        assertEquals(expected, raised);
    }

    @Test
    void alertsAndDashboardNameOnlyMetricsThatTheServerHas() {
        Set<String> known = names(Project.text("docs/operations.md"));
        StringBuilder expressions = new StringBuilder();
        alerts.forEach(alert -> expressions.append(alert.at("expr").text()).append('\n'));
        expressions.append(Project.text("deploy/kubernetes/base/dashboard.json"));
        Set<String> unknown = new TreeSet<>(names(expressions.toString()));
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown, "metrics that docs/operations.md does not have");
    }

    @Test
    void theDashboardIsWhole() {
        Tree dashboard = new Tree(
                "dashboard",
                JsonMapper.shared().readValue(Project.text("deploy/kubernetes/base/dashboard.json"), Object.class));
        assertEquals("osusume", dashboard.at("uid").text());
        Set<String> places = new TreeSet<>();
        for (Tree panel : dashboard.at("panels").list()) {
            assertTrue(!panel.at("title").text().isBlank(), panel.where());
            assertTrue(!panel.at("targets").list().isEmpty(), panel.where());
            assertTrue(places.add(panel.at("gridPos").text()), panel.where() + " lies on another panel");
        }
        assertEquals(15, places.size());
    }

    /// Names of our metrics, histograms without their endings.
    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Pattern.compile("\\bosusume_[a-z_]+")
                .matcher(text)
                .results()
                .map(found -> found.group().replaceAll("_(bucket|count|sum)$", ""))
                .forEach(names::add);
        return names;
    }

    /// The anchor that the page gets for a heading.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
