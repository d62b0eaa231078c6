/// Tests of the folder `deploy` and of the `Jenkinsfile`: who may do what in the cloud, what the cluster is told, what
/// a
/// release runs, what the runbook says. Start with [AccessTest], whose matrix is the one in `docs/gcp.md`. It must not
/// know
/// any class of the program: what it holds together are files that other programs read.
@NullMarked
package io.osusume.deploy;

import org.jspecify.annotations.NullMarked;
