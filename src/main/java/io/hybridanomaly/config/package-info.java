/** Wiring, limits and protection of the web application. */
@NullMarked
package io.hybridanomaly.config;

import org.jspecify.annotations.NullMarked;
