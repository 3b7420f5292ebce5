/**
 * What a person would expect of a series at each point, from its seasons, its level and stretches
 * like the one at hand, and never from the stretch itself. Pure arrays.
 */
@NullMarked
package io.hybridanomaly.expectation;

import org.jspecify.annotations.NullMarked;
