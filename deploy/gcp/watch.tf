# What is spent, and who touched what.
resource "google_monitoring_notification_channel" "mail" {
  display_name = "Osusume: budget"
  type         = "email"
  labels       = { email_address = var.alert_email }
  depends_on   = [google_project_service.needed]
}

resource "google_billing_budget" "month" {
  billing_account = var.billing_account
  display_name    = "Osusume"

  budget_filter {
    projects = ["projects/${data.google_project.this.number}"]
  }

  amount {
    specified_amount {
      units = tostring(var.budget)
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 0.9, 1.0]
    content {
      threshold_percent = threshold_rules.value
    }
  }

  threshold_rules {
    threshold_percent = 1.0
    spend_basis       = "FORECASTED_SPEND"
  }

  all_updates_rule {
    monitoring_notification_channels = [google_monitoring_notification_channel.mail.id]
  }
}

locals {
  audited = [
    "artifactregistry.googleapis.com",
    "cloudkms.googleapis.com",
    "iamcredentials.googleapis.com",
    "storage.googleapis.com",
    "sts.googleapis.com",
  ]
}

# Changes of settings are always logged; these add reading and writing of data, images, keys and borrowed identities.
resource "google_project_iam_audit_config" "data" {
  for_each = toset(local.audited)
  project  = var.project
  service  = each.value

  dynamic "audit_log_config" {
    for_each = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]
    content {
      log_type = audit_log_config.value
    }
  }
}

resource "google_logging_project_bucket_config" "audit" {
  project        = var.project
  location       = var.region
  bucket_id      = "osusume-audit"
  retention_days = 400
}

resource "google_logging_project_sink" "audit" {
  name                   = "osusume-audit"
  destination            = "logging.googleapis.com/${google_logging_project_bucket_config.audit.id}"
  filter                 = "log_id(\"cloudaudit.googleapis.com/activity\") OR log_id(\"cloudaudit.googleapis.com/data_access\")"
  unique_writer_identity = true
}
