resource "google_artifact_registry_repository" "images" {
  repository_id = "osusume"
  location      = var.region
  format        = "DOCKER"
  description   = "Images of Osusume"
  kms_key_name  = one(google_kms_crypto_key.data[*].id)

  docker_config {
    immutable_tags = true # a version is pushed once; roll-outs name digests
  }

  vulnerability_scanning_config {
    enablement_config = "INHERITED"
  }

  cleanup_policies {
    id     = "keep-newest"
    action = "KEEP"
    most_recent_versions {
      keep_count = 20
    }
  }

  cleanup_policies {
    id     = "delete-old"
    action = "DELETE"
    condition {
      tag_state  = "ANY"
      older_than = "7776000s" # 90 days
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.user]
}
