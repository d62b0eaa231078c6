variable "project" {
  description = "Id of the project everything is made in; it exists already and has billing."
  type        = string
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project))
    error_message = "project must be the id of a project: 6 to 30 small letters, digits and dashes, a letter first."
  }
}

variable "region" {
  description = "Where data, images and the cluster are. Data does not leave it."
  type        = string
  default     = "europe-west1"
}

variable "billing_account" {
  description = "Id of the billing account that the budget watches, such as 012345-6789AB-CDEF01."
  type        = string
  validation {
    condition     = can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "billing_account must look like 012345-6789AB-CDEF01."
  }
}

variable "budget" {
  description = "Whole units of currency a month (currency: that of the billing account); mails at 50, 90 and 100 %."
  type        = number
  default     = 200
  validation {
    condition     = var.budget >= 1 && floor(var.budget) == var.budget
    error_message = "budget must be a whole number of at least 1."
  }
}

variable "alert_email" {
  description = "Who gets the mails of the budget."
  type        = string
}

variable "raw_retention_days" {
  description = "How many days raw data can be neither deleted nor overwritten by anybody."
  type        = number
  default     = 90
  validation {
    condition     = var.raw_retention_days >= 1 && var.raw_retention_days <= 3650
    error_message = "raw_retention_days must be in [1, 3650]."
  }
}

variable "customer_managed_key" {
  description = "Whether buckets, images and the database are encrypted with a key of this project (CMEK, turned every 90 days) instead of Google's."
  type        = bool
  default     = false
}

variable "control_plane_networks" {
  description = "Ranges of addresses from which the control plane of the cluster can be reached, name to CIDR; none means only through Google's DNS endpoint and IAM."
  type        = map(string)
  default     = {}
  validation {
    condition     = !contains(values(var.control_plane_networks), "0.0.0.0/0")
    error_message = "control_plane_networks must not hold 0.0.0.0/0: the control plane would be open to the world."
  }
}

variable "github_repository" {
  description = "OWNER/NAME whose workflows may push images when they run for main or for a tag."
  type        = string
  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$", var.github_repository))
    error_message = "github_repository must be OWNER/NAME."
  }
}

variable "jenkins_issuer" {
  description = "https:// address of the Jenkins whose OpenID Connect tokens are believed; empty for none."
  type        = string
  default     = ""
  validation {
    condition     = var.jenkins_issuer == "" || startswith(var.jenkins_issuer, "https://")
    error_message = "jenkins_issuer must be empty or start with https://."
  }
}

variable "jenkins_job" {
  description = "The one job of that Jenkins that may push images and deploy: the subject of its tokens, which is its address."
  type        = string
  default     = "https://jenkins.example.org/job/osusume/job/main/"
}

variable "database" {
  description = "Whether a PostgreSQL for profiles is made (Cloud SQL); false if there is one already."
  type        = bool
  default     = true
}

variable "protected" {
  description = "Whether cluster, database and buckets refuse to be destroyed. Set to false, and apply, before teardown."
  type        = bool
  default     = true
}
