# Three buckets, one a stage hands to the next. A bucket either keeps what it has for a time (raw: nobody can delete or
# overwrite) or keeps old versions of what is overwritten: Cloud Storage does not do both in one bucket.
locals {
  buckets = {
    raw      = { retention_days = var.raw_retention_days, versions_days = 0, delete_after_days = 0 }
    prepared = { retention_days = 0, versions_days = 14, delete_after_days = 180 }
    models   = { retention_days = 0, versions_days = 90, delete_after_days = 0 }
  }
}

resource "google_storage_bucket" "data" {
  for_each                    = local.buckets
  name                        = "${var.project}-osusume-${each.key}"
  location                    = var.region
  storage_class               = "STANDARD"
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.protected
  labels                      = { app = "osusume", data = each.key }

  versioning {
    enabled = each.value.versions_days > 0
  }

  soft_delete_policy {
    retention_duration_seconds = 604800 # what is deleted by mistake comes back for 7 days
  }

  dynamic "retention_policy" {
    for_each = each.value.retention_days > 0 ? [each.value.retention_days] : []
    content {
      retention_period = retention_policy.value * 86400
      is_locked        = false # a lock could never be taken back, not even by deleting the project's other data
    }
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.versions_days > 0 ? [each.value.versions_days] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        days_since_noncurrent_time = lifecycle_rule.value
        with_state                 = "ARCHIVED"
      }
    }
  }

  dynamic "lifecycle_rule" {
    for_each = each.value.delete_after_days > 0 ? [each.value.delete_after_days] : []
    content {
      action {
        type = "Delete"
      }
      condition {
        age = lifecycle_rule.value
      }
    }
  }

  lifecycle_rule {
    action {
      type = "AbortIncompleteMultipartUpload"
    }
    condition {
      age = 2
    }
  }

  dynamic "encryption" {
    for_each = google_kms_crypto_key.data
    content {
      default_kms_key_name = encryption.value.id
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.user]
}
