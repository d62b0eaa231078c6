# Who may do what, as data: nothing else in this folder grants anything on data or images. The matrix in docs/gcp.md is
# made from this file, and a test holds both together.
locals {
  # Identities of programs. `workload` is the Kubernetes service account that acts as it, in each of the namespaces.
  identities = {
    ingest = { about = "Brings raw data in", workload = "" }
    train  = { about = "The pipeline: prepares, trains, evaluates, registers", workload = "osusume-pipeline" }
    serve  = { about = "The servers", workload = "osusume-server" }
    ci     = { about = "Builds: pushes images, touches no data", workload = "" }
    deploy = { about = "Roll-outs: finds the cluster; what it may do in it, the cluster says (RBAC)", workload = "" }
    nodes  = { about = "Machines of the cluster: pull images, write logs and metrics", workload = "" }
  }

  namespaces = ["osusume-staging", "osusume-production"]

  bucket_grants = {
    ingest_raw     = { who = "ingest", bucket = "raw", role = "roles/storage.objectCreator" }
    train_raw      = { who = "train", bucket = "raw", role = "roles/storage.objectViewer" }
    train_prepared = { who = "train", bucket = "prepared", role = "roles/storage.objectUser" }
    train_models   = { who = "train", bucket = "models", role = "roles/storage.objectUser" }
    serve_models   = { who = "serve", bucket = "models", role = "roles/storage.objectViewer" }
  }

  repository_grants = {
    ci_images     = { who = "ci", role = "roles/artifactregistry.writer" }
    deploy_images = { who = "deploy", role = "roles/artifactregistry.reader" }
    nodes_images  = { who = "nodes", role = "roles/artifactregistry.reader" }
  }

  project_grants = {
    deploy_cluster = { who = "deploy", role = "roles/container.clusterViewer" }
    nodes_cluster  = { who = "nodes", role = "roles/container.defaultNodeServiceAccount" }
  }

  # Programs outside Google Cloud that may act as an identity, by a token of their own issuer; there are no keys to lose.
  outside = {
    github_ci      = { who = "ci", issuer = "github", attribute = "attribute.repository", value = var.github_repository }
    jenkins_ci     = { who = "ci", issuer = "jenkins", attribute = "attribute.job", value = var.jenkins_job }
    jenkins_deploy = { who = "deploy", issuer = "jenkins", attribute = "attribute.job", value = var.jenkins_job }
  }
}
