package io.hybridanomaly.benford;

/** Placeholder until the Benford branch is merged. */
public record Applicability(double weight) {}
