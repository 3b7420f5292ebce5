/** The page that explains the method. */
@NullMarked
package io.hybridanomaly.ui.howitworks;

import org.jspecify.annotations.NullMarked;
