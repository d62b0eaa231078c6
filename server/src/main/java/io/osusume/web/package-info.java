/// Pages and API over HTTP: the first page where a fan picks titles or uploads a list, JSON routes, health.
/// Start at [WebServer]. It must not know how models are trained or where they are stored.
@NullMarked
package io.osusume.web;

import org.jspecify.annotations.NullMarked;
