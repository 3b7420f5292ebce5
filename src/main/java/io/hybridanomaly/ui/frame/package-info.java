/** The frame around every view: the name, the menu and the colour scheme. */
@NullMarked
package io.hybridanomaly.ui.frame;

import org.jspecify.annotations.NullMarked;
