output "buckets" {
  description = "Where raw data, prepared data and models are."
  value       = { for name, bucket in google_storage_bucket.data : name => bucket.url }
}

output "images" {
  description = "Where images are pushed: with /server or /pipeline the argument --to of deploy/bin/push."
  value       = "${var.region}-docker.pkg.dev/${var.project}/${google_artifact_registry_repository.images.name}"
}

output "identities" {
  description = "The service account of each identity."
  value       = { for name, account in google_service_account.identity : name => account.email }
}

output "github_provider" {
  description = "What the release workflow names as its workload identity provider."
  value       = google_iam_workload_identity_pool_provider.github.name
}

output "cluster_credentials" {
  description = "The command that lets kubectl reach the cluster."
  value       = "gcloud container clusters get-credentials ${google_container_cluster.this.name} --dns-endpoint --location ${var.region} --project ${var.project}"
}

output "gateway_address" {
  description = "The address that the name of the site must lead to."
  value       = google_compute_global_address.gateway.address
}

output "database_address" {
  description = "The private address of PostgreSQL."
  value       = one(google_sql_database_instance.this[*].private_ip_address)
}
