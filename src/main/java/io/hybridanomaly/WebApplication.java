package io.hybridanomaly;

import io.hybridanomaly.config.DataProperties;
import io.hybridanomaly.config.Limits;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The web application; its wiring is in {@link io.hybridanomaly.config}. */
@SpringBootApplication
@EnableConfigurationProperties({Limits.class, DataProperties.class})
public class WebApplication {}
