# Carries out access.tf. Grants are single members (never a whole policy or binding), so that others' grants stay.
resource "google_service_account" "identity" {
  for_each     = local.identities
  account_id   = "osusume-${each.key}"
  display_name = "Osusume ${each.key}"
  description  = each.value.about
}

resource "google_storage_bucket_iam_member" "grant" {
  for_each = local.bucket_grants
  bucket   = google_storage_bucket.data[each.value.bucket].name
  role     = each.value.role
  member   = google_service_account.identity[each.value.who].member
}

resource "google_artifact_registry_repository_iam_member" "grant" {
  for_each   = local.repository_grants
  location   = google_artifact_registry_repository.images.location
  repository = google_artifact_registry_repository.images.name
  role       = each.value.role
  member     = google_service_account.identity[each.value.who].member
}

resource "google_project_iam_member" "grant" {
  for_each = local.project_grants
  project  = var.project
  role     = each.value.role
  member   = google_service_account.identity[each.value.who].member
}

# Pods of the cluster act as an identity by their Kubernetes service account (Workload Identity).
resource "google_service_account_iam_member" "workload" {
  for_each           = { for pair in setproduct(local.namespaces, ["train", "serve"]) : join("/", pair) => pair }
  service_account_id = google_service_account.identity[each.value[1]].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:${var.project}.svc.id.goog[${each.value[0]}/${local.identities[each.value[1]].workload}]"
  depends_on         = [google_container_cluster.this] # which makes the pool
}

resource "google_iam_workload_identity_pool" "outside" {
  workload_identity_pool_id = "osusume-outside"
  display_name              = "Osusume: CI"
  description               = "Programs outside Google Cloud that push images and deploy"
  depends_on                = [google_project_service.needed]
}

# Only workflows that run for main or for a tag: what a pull request runs gets nothing.
resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.outside.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }
  attribute_condition = join(" && ", [
    "assertion.repository == '${var.github_repository}'",
    "(assertion.ref == 'refs/heads/main' || assertion.ref.startsWith('refs/tags/v'))",
    "assertion.event_name != 'pull_request_target'",
  ])
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_iam_workload_identity_pool_provider" "jenkins" {
  count                              = var.jenkins_issuer == "" ? 0 : 1
  workload_identity_pool_id          = google_iam_workload_identity_pool.outside.workload_identity_pool_id
  workload_identity_pool_provider_id = "jenkins"
  attribute_mapping = {
    "google.subject" = "assertion.sub"
    "attribute.job"  = "assertion.sub"
  }
  attribute_condition = "assertion.sub == '${var.jenkins_job}'"
  oidc {
    issuer_uri = var.jenkins_issuer
  }
}

resource "google_service_account_iam_member" "outside" {
  for_each = {
    for name, grant in local.outside : name => grant if grant.issuer != "jenkins" || var.jenkins_issuer != ""
  }
  service_account_id = google_service_account.identity[each.value.who].name
  role               = "roles/iam.workloadIdentityUser"
  member = join("/", [
    "principalSet://iam.googleapis.com", google_iam_workload_identity_pool.outside.name, each.value.attribute, each.value.value
  ])
}
