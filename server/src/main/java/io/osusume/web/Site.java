package io.osusume.web;

import io.osusume.telemetry.Telemetry;

/// What every page's class needs.
record Site(CurrentModel model, Pages pages, Fans fans, PageServices services, Telemetry telemetry) {}
