# PostgreSQL for profiles and API keys, reached by a private address only. Its user is made by hand (docs/gcp.md): a
# password made here would lie in the state.
resource "google_compute_global_address" "services" {
  count         = var.database ? 1 : 0
  name          = "osusume-services"
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  address       = "10.40.0.0"
  prefix_length = 20
  network       = google_compute_network.this.id
}

resource "google_service_networking_connection" "this" {
  count                   = var.database ? 1 : 0
  network                 = google_compute_network.this.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.services[0].name]
}

resource "google_sql_database_instance" "this" {
  count               = var.database ? 1 : 0
  name                = "osusume"
  region              = var.region
  database_version    = "POSTGRES_16"
  deletion_protection = var.protected
  encryption_key_name = one(google_kms_crypto_key.data[*].id)

  settings {
    tier                        = "db-custom-1-3840"
    edition                     = "ENTERPRISE"
    availability_type           = "REGIONAL"
    disk_autoresize             = true
    deletion_protection_enabled = var.protected

    ip_configuration {
      ipv4_enabled    = false
      private_network = google_compute_network.this.id
      ssl_mode        = "ENCRYPTED_ONLY"
    }

    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
      transaction_log_retention_days = 7
      backup_retention_settings {
        retained_backups = 14
      }
    }
  }

  depends_on = [google_service_networking_connection.this, google_kms_crypto_key_iam_member.user]
}

resource "google_sql_database" "profiles" {
  for_each = var.database ? toset(["osusume_staging", "osusume_production"]) : toset([])
  name     = each.value
  instance = google_sql_database_instance.this[0].name
}
