resource "google_compute_network" "this" {
  name                    = "osusume"
  auto_create_subnetworks = false
  depends_on              = [google_project_service.needed]
}

resource "google_compute_subnetwork" "this" {
  name                     = "osusume"
  network                  = google_compute_network.this.id
  region                   = var.region
  ip_cidr_range            = "10.10.0.0/20"
  private_ip_google_access = true

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.20.0.0/16"
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = "10.30.0.0/20"
  }
}

# Nodes have no public addresses; what leaves the cluster (lists by user name) goes through here.
resource "google_compute_router" "this" {
  name    = "osusume"
  network = google_compute_network.this.id
  region  = var.region
}

resource "google_compute_router_nat" "this" {
  name                               = "osusume"
  router                             = google_compute_router.this.name
  region                             = var.region
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

# Autopilot: Workload Identity, shielded nodes, network policies and the driver that mounts buckets are part of it.
resource "google_container_cluster" "this" {
  name                = "osusume"
  location            = var.region
  enable_autopilot    = true
  deletion_protection = var.protected
  network             = google_compute_network.this.id
  subnetwork          = google_compute_subnetwork.this.id

  release_channel {
    channel = "REGULAR"
  }

  ip_allocation_policy {
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }

  private_cluster_config {
    enable_private_nodes = true
  }

  control_plane_endpoints_config {
    dns_endpoint_config {
      allow_external_traffic = true # IAM decides
    }
  }

  master_authorized_networks_config {
    dynamic "cidr_blocks" {
      for_each = var.control_plane_networks
      content {
        display_name = cidr_blocks.key
        cidr_block   = cidr_blocks.value
      }
    }
  }

  gateway_api_config {
    channel = "CHANNEL_STANDARD"
  }

  cluster_autoscaling {
    auto_provisioning_defaults {
      service_account = google_service_account.identity["nodes"].email
    }
  }

  depends_on = [google_project_service.needed, google_project_iam_member.grant]
}

# The address that the gateway of production listens on.
resource "google_compute_global_address" "gateway" {
  name       = "osusume-gateway"
  depends_on = [google_project_service.needed]
}
