package io.osusume.web;

/// What every page needs beside its content.
///
/// @param files the addresses of style and script
/// @param simulatedUsers whether the model learnt from simulated users, which the page then says
public record Frame(StaticFiles files, boolean simulatedUsers) {}
