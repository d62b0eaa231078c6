# With customer_managed_key: one key for data and images, turned every 90 days. Without it Google's keys encrypt.
resource "google_kms_key_ring" "this" {
  count      = var.customer_managed_key ? 1 : 0
  name       = "osusume"
  location   = var.region
  depends_on = [google_project_service.needed]
}

resource "google_kms_crypto_key" "data" {
  count           = var.customer_managed_key ? 1 : 0
  name            = "data"
  key_ring        = google_kms_key_ring.this[0].id
  rotation_period = "7776000s"

  lifecycle {
    prevent_destroy = true # without the key the data is gone
  }
}

data "google_storage_project_service_account" "this" {
  project    = var.project
  depends_on = [google_project_service.needed]
}

# The services that encrypt, not people and not programs. Those of images and databases exist once
# `gcloud beta services identity create` has made them (docs/gcp.md).
resource "google_kms_crypto_key_iam_member" "user" {
  for_each = var.customer_managed_key ? {
    storage  = data.google_storage_project_service_account.this.member
    images   = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-artifactregistry.iam.gserviceaccount.com"
    database = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-cloud-sql.iam.gserviceaccount.com"
  } : {}
  crypto_key_id = google_kms_crypto_key.data[0].id
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = each.value
}
