package io.osusume.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who may do what on Google Cloud, as `deploy/gcp` says, and that nothing but `access.tf` says it.
class AccessTest {
    /// Every role that may be given at all, in words.
    private static final Map<String, String> ROLES = Map.of(
            "roles/storage.objectCreator", "adds files",
            "roles/storage.objectViewer", "reads",
            "roles/storage.objectUser", "reads, writes, deletes",
            "roles/artifactregistry.writer", "pulls, pushes",
            "roles/artifactregistry.reader", "pulls",
            "roles/container.clusterViewer", "finds the cluster",
            "roles/container.defaultNodeServiceAccount", "writes logs and metrics");

    private static final List<String> PLACES = List.of("raw", "prepared", "models", "images", "project");

    private final Terraform terraform = Terraform.read();

    @Test
    void eachIdentityMayDoThisAndNothingElse() {
        Map<String, Map<String, String>> expected = Map.of(
                "ingest", Map.of("raw", "adds files"),
                "train",
                        Map.of(
                                "raw",
                                "reads",
                                "prepared",
                                "reads, writes, deletes",
                                "models",
                                "reads, writes, deletes"),
                "serve", Map.of("models", "reads"),
                "ci", Map.of("images", "pulls, pushes"),
                "deploy", Map.of("images", "pulls", "project", "finds the cluster"),
                "nodes", Map.of("images", "pulls", "project", "writes logs and metrics"));
        assertEquals(new TreeMap<>(expected), new TreeMap<>(matrix()));
    }

    @Test
    void theMatrixInTheDocumentationIsTheOneInForce() {
        StringBuilder table = new StringBuilder(
                "| identity | raw | prepared | models | images | project |\n|---|---|---|---|---|---|\n");
        Map<String, Map<String, String>> matrix = matrix();
        terraform.table("identities").forEach((who, identity) -> {
            Map<String, String> may = matrix.getOrDefault(who, Map.of());
            table.append(
                    "| `osusume-%s`: %s".formatted(who, identity.at("about").text()));
            PLACES.forEach(place -> table.append(" | ").append(may.getOrDefault(place, "–")));
            table.append(" |\n");
        });
        assertTrue(
                Project.text("docs/gcp.md").contains(table),
                () -> "docs/gcp.md does not hold the matrix of deploy/gcp/access.tf, which is\n" + table);
    }

    @Test
    void nothingButTheTablesGrantsAnything() {
        Set<String> grants = new TreeSet<>(terraform.resources().keySet());
        grants.removeIf(address -> !address.contains("_iam_") || address.matches(".*(_pool|_audit_).*"));
        assertEquals(
                new TreeSet<>(Set.of(
                        "google_artifact_registry_repository_iam_member.grant",
                        "google_kms_crypto_key_iam_member.user", // the services that encrypt
                        "google_project_iam_member.grant",
                        "google_service_account_iam_member.outside",
                        "google_service_account_iam_member.workload",
                        "google_storage_bucket_iam_member.grant")),
                grants);
        for (String table : List.of("bucket_grants", "repository_grants", "project_grants")) {
            assertEquals(1, count("for_each *= local." + table + "\n"), "uses of local." + table);
        }
        assertEquals(1, count("in local\\.outside "), "uses of local.outside");
    }

    @Test
    void nobodyOutsideAndNoBroadRoleIsNamedAnywhere() {
        for (String forbidden : List.of("allUsers", "allAuthenticatedUsers", "google_service_account_key")) {
            assertEquals(0, count(forbidden), forbidden + " in deploy/gcp");
        }
        Set<String> roles = new TreeSet<>();
        Pattern.compile("roles/[A-Za-z.]+")
                .matcher(terraform.text())
                .results()
                .forEach(found -> roles.add(found.group()));
        Set<String> known = new TreeSet<>(ROLES.keySet());
        known.add("roles/iam.workloadIdentityUser"); // acting as one of the identities, which is all the tables allow
        known.add("roles/cloudkms.cryptoKeyEncrypterDecrypter"); // the services that encrypt
        assertEquals(known, roles);
    }

    @Test
    void noBucketCanBeOpenedAndEachKeepsWhatWasThere() {
        Tree bucket = terraform.resource("google_storage_bucket.data");
        assertEquals(1, count("resource \"google_storage_bucket\" "), "blocks that make buckets");
        assertEquals("true", bucket.at("uniform_bucket_level_access").text());
        assertEquals("enforced", bucket.at("public_access_prevention").text());
        Map<String, Tree> buckets = terraform.table("buckets");
        assertEquals(Set.of("raw", "prepared", "models"), buckets.keySet());
        buckets.forEach((name, keeps) -> assertEquals(
                name.equals("raw"),
                keeps.at("versions_days").number() == 0,
                name + ": raw data is kept by retention, the others by old versions; a bucket cannot have both"));
        assertTrue(
                terraform.text().contains("raw      = { retention_days = var.raw_retention_days, versions_days = 0"));
    }

    @Test
    void onlyServersAndPipelineActFromTheClusterAndOnlyBuildsFromOutside() {
        Map<String, String> workloads = new TreeMap<>();
        terraform
                .table("identities")
                .forEach((who, identity) ->
                        workloads.put(who, identity.at("workload").text()));
        workloads.values().removeIf(String::isEmpty);
        assertEquals(Map.of("train", "osusume-pipeline", "serve", "osusume-server"), workloads);
        Set<String> outside = new TreeSet<>();
        terraform
                .table("outside")
                .values()
                .forEach(grant -> outside.add(
                        grant.at("issuer").text() + " as " + grant.at("who").text()));
        assertEquals(Set.of("github as ci", "jenkins as ci", "jenkins as deploy"), outside);
    }

    @Test
    void readingAndWritingOfDataIsLogged() {
        Tree audit = terraform.resource("google_project_iam_audit_config.data");
        assertEquals(
                List.of("ADMIN_READ", "DATA_READ", "DATA_WRITE"),
                audit.at("dynamic", "audit_log_config", "for_each").texts());
        Tree audited = new Tree("locals", terraform.locals()).at("audited");
        assertTrue(audited.text().contains("storage.googleapis.com"), audited.toString());
        assertEquals(1, count("for_each *= toset\\(local.audited\\)"));
    }

    private Map<String, Map<String, String>> matrix() {
        Map<String, Map<String, String>> matrix = new LinkedHashMap<>();
        terraform.table("identities").keySet().forEach(who -> matrix.put(who, new TreeMap<>()));
        terraform
                .table("bucket_grants")
                .values()
                .forEach(grant -> add(matrix, grant, grant.at("bucket").text()));
        terraform.table("repository_grants").values().forEach(grant -> add(matrix, grant, "images"));
        terraform.table("project_grants").values().forEach(grant -> add(matrix, grant, "project"));
        return matrix;
    }

    private static void add(Map<String, Map<String, String>> matrix, Tree grant, String place) {
        Map<String, String> may = matrix.get(grant.at("who").text());
        String words = ROLES.get(grant.at("role").text());
        if (may == null || words == null || !PLACES.contains(place)) {
            throw new AssertionError("a grant of something unknown: " + grant);
        }
        assertEquals(null, may.put(place, words), "grants of one identity for " + place + " must be one");
    }

    private int count(String pattern) {
        return (int)
                Pattern.compile(pattern).matcher(terraform.text()).results().count();
    }
}
