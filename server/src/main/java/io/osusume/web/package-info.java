/// Pages and API over HTTP.  It must not know how models are trained.
@NullMarked
package io.osusume.web;

import org.jspecify.annotations.NullMarked;
