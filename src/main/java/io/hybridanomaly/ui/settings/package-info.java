/** The parameters of a detection. */
@NullMarked
package io.hybridanomaly.ui.settings;

import org.jspecify.annotations.NullMarked;
