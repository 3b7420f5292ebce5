/** The test of the detector on the visitor's own data. */
@NullMarked
package io.hybridanomaly.ui.selftest;

import org.jspecify.annotations.NullMarked;
