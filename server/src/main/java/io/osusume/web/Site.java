package io.osusume.web;

/// What every page's class needs.
record Site(CurrentModel model, Pages pages, Fans fans, PageServices services) {}
